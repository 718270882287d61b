import DjetModel

struct Refuse: ModelFunction {
    static let name = "refuse"

    func run(in model: Model) async throws -> Nothing {
        throw ModelError.conflict("order 7 has not shipped")
    }
}
