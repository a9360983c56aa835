mod calendar;
mod call;
mod declared;
mod machines;
mod pages;
mod shown;
mod site;
