mod calendar;
mod call;
mod countries;
mod declared;
mod machines;
mod pages;
mod site;
