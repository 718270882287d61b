import DjetModel

struct Greet: ModelFunction {
    static let name = "greet"
    var whom: String

    func run(in model: Model) async throws -> String { "Hello, \(whom)" }
}
