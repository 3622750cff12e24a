//! Where packs come from: the program itself, or a folder.
