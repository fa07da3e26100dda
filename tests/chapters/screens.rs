//! Chapter screens: what a front end shows, from a plain node.

mod example;
mod page;
mod pages;
mod people;
mod proposals;
