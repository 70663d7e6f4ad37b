/// A stamp.
struct Placeholder {}
