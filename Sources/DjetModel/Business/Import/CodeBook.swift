/// The product codes that an import has sent to the database. Its size is bounded, so it may forget.
struct CodeBook: Sendable {
    private static let limit = 1 << 16

    /// The codes sent, each true if it was sent with a description.
    private var isDescribed: [Key: Bool] = [:]

    /// Returns true if the database must be told of this code: it is new, forgotten, too long to remember, or
    /// described for the first time. Remembers it.
    mutating func isNews(_ code: Span<UInt8>, withDescription: Bool) -> Bool {
        guard let key = Key(code) else { return true }
        if let wasDescribed = isDescribed[key], wasDescribed || !withDescription { return false }
        if isDescribed.count >= Self.limit { isDescribed.removeAll(keepingCapacity: true) }
        isDescribed[key] = withDescription
        return true
    }

    /// A code of at most 15 bytes, in two words.
    private struct Key: Hashable, Sendable {
        var high: UInt64 = 0
        var low: UInt64 = 0

        init?(_ code: Span<UInt8>) {
            guard code.count <= 15 else { return nil }
            low = UInt64(code.count)
            for index in code.indices {
                high = high << 8 | low >> 56
                low = low << 8 | UInt64(code[index])
            }
        }
    }
}
