import DjetStore

/// A number of seats for each key, such as a user or an address.
final class Seats: Sendable {
    /// The number of seats for each key.
    let limit: Int
    private let taken = Guarded<[String: Int]>([:])

    init(_ limit: Int) {
        self.limit = limit
    }

    /// Returns a seat, which is taken as long as it is held; nil if all of the key's are taken.
    func take(_ key: String) -> Seat? {
        let isFree = taken.withLock { taken in
            let count = taken[key] ?? 0
            guard count < limit else { return false }
            taken[key] = count + 1
            return true
        }
        return isFree ? Seat { [taken] in taken.withLock { Self.free(key, &$0) } } : nil
    }

    /// Returns how many seats of a key are taken.
    func count(_ key: String) -> Int { taken.withLock { $0[key] ?? 0 } }

    private static func free(_ key: String, _ taken: inout [String: Int]) {
        let count = (taken[key] ?? 1) - 1
        taken[key] = count > 0 ? count : nil
    }
}

/// A seat that is taken until nobody holds it.
final class Seat: Sendable {
    private let free: @Sendable () -> Void

    fileprivate init(_ free: @escaping @Sendable () -> Void) {
        self.free = free
    }

    deinit {
        free()
    }
}
