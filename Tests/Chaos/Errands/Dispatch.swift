import DjetModel

/// An errand that offloads another job, exactly one parcel, in its own transaction.
struct Dispatch: Errand {
    static let name = "chaos.dispatch"
    var number: Int
    var pause: Int

    func run(in model: Model) async throws -> Int {
        try await model.leaveEffect()
        _ = try await model.offload(Parcel(number: -number, pause: pause))
        try await dawdle()
        return value
    }
}

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
