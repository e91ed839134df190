// What all tests include is compiled ahead with this file: a source of its own, since Catch's main takes its header
// otherwise.
