import DjetStore

/// How many jobs a worker may still take on.
///
/// Whoever waits for a slot is told when there is one again; who has found the line empty is not woken for
/// that.
final class Slots: Sendable {
    private let taken = Guarded(0)
    private let count: Int
    private let onFree: @Sendable () -> Void

    init(_ count: Int, onFree: @escaping @Sendable () -> Void) {
        self.count = count
        self.onFree = onFree
    }

    var free: Int { max(count - taken.withLock { $0 }, 0) }

    func take(_ amount: Int = 1) {
        taken.withLock { $0 += amount }
    }

    func giveBack() {
        let wereAllTaken = taken.withLock { taken in
            defer { taken -= 1 }
            return taken >= count
        }
        if wereAllTaken { onFree() }
    }
}
