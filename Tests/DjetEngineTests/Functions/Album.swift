import DjetModel

/// A function that takes any number of files.
struct Album: ModelFunction {
    static let name = "test.album"

    var pictures: [File]

    func run(in model: Model) async throws -> Int { pictures.reduce(0) { $0 + $1.size } }
}
