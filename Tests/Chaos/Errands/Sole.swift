import DjetModel

/// A unique errand: one job of its key may be live at a time. An index of the run's own refuses a second one.
struct Sole: Errand {
    static let name = "chaos.sole"
    /// The number of keys, few enough that offloaders meet.
    static let keys = 5
    var number: Int
    var pause: Int

    func run(in model: Model) async throws -> Int {
        try await model.leaveEffect()
        try await dawdle()
        return value
    }
}
