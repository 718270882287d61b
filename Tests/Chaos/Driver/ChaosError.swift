/// A fault of the run itself, for which it could not go on; it is no finding.
struct ChaosError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
