/// Why a run could not go on: no finding, but something wrong with the run itself.
struct ChaosError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
