import DjetModel

/// A job of a group, an `.atomic` errand. Some fail for good; some add crates to their group; some make a
/// group within it.
struct Crate: Errand {
    static let name = "chaos.crate"
    /// Numbers that are multiples of this are those of crates that fail.
    static let spoilt = 8
    /// The time after which an added crate of an odd number does not begin any more.
    private static let freshness = Duration.milliseconds(100)

    var number: Int
    var pause: Int
    /// The numbers of the crates that it adds to its group.
    var more: [Int] = []
    /// The numbers of the group that it makes: of the manifest, then of the crates. None if it makes none.
    var inner: [Int] = []

    init(number: Int, pause: Int) {
        (self.number, self.pause) = (number, pause)
    }

    func run(in model: Model) async throws -> Int {
        try await model.leaveEffect()
        for number in more {
            let expiry = number.isMultiple(of: 2) ? nil : Expiry.after(Self.freshness)
            _ = try await model.offload(
                Crate(number: number, pause: 0), expires: expiry, in: model.job?.group)
        }
        try await makeGroup(in: model)
        try await dawdle()
        if number.isMultiple(of: Self.spoilt) { throw ModelError.conflict("crate \(number) is spoilt") }
        return value
    }

    private func makeGroup(in model: Model) async throws {
        guard let first = inner.first else { return }
        let crates = inner.dropFirst().map { Crate(number: $0, pause: 0) }
        _ = try await model.offload(
            group: "inner \(first)", crates, then: Manifest(number: first, pause: 0, size: crates.count))
    }
}

/// The errand that runs after a group of crates, once, and leaves what it is told of them.
struct Manifest: Errand {
    static let name = "chaos.manifest"
    /// It goes before all crates that are in line, if it is let.
    static let priority = 0
    var number: Int
    var pause: Int
    /// The number of crates that its group had at first.
    var size: Int

    init(number: Int, pause: Int) {
        self.init(number: number, pause: pause, size: 0)
    }

    init(number: Int, pause: Int, size: Int) {
        (self.number, self.pause, self.size) = (number, pause, size)
    }

    func run(in model: Model) async throws -> Int {
        try await model.leaveEffect()
        try await model.leaveOutcome()
        try await dawdle()
        return value
    }
}
