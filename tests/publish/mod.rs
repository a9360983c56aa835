mod declared;
mod pages;
mod site;
