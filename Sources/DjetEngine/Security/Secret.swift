/// Compares secrets.
enum Secret {
    /// Returns true if both texts are equal, in a time that does not tell where they begin to differ.
    static func areSame(_ one: String, _ other: String) -> Bool {
        let (one, other) = (Array(one.utf8), Array(other.utf8))
        guard one.count == other.count else { return false }
        return zip(one, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
