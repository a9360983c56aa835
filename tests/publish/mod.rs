mod call;
mod declared;
mod pages;
mod site;
