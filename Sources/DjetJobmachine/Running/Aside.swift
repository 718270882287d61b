/// The answers laid aside until they can be stored, by the numbers of their jobs.
struct Aside {
    private var completions: [Int64: Completions.Completion] = [:]
    /// The length of the replies, in bytes.
    private(set) var size = 0

    var isEmpty: Bool { completions.isEmpty }
    var count: Int { completions.count }
    var all: [Completions.Completion] { Array(completions.values) }

    subscript(id: Int64) -> Completions.Completion? {
        get { completions[id] }
        set {
            size += (newValue?.size ?? 0) - (completions[id]?.size ?? 0)
            completions[id] = newValue
        }
    }
}
