import DjetModel

/// The errand that a dispatch offloads. Its number is that of the dispatch, negated.
struct Parcel: Errand {
    static let name = "chaos.parcel"
    static let queue = "bulk"
    var number: Int
    var pause: Int

    func run(in model: Model) async throws -> Int {
        try await model.leaveEffect()
        return value
    }
}
