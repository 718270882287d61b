import HeapModule

/// The calls that are due later, and their times.
struct Alarms {
    typealias Instant = ContinuousClock.Instant
    /// Called once: at its time, or with an error when it is cancelled before.
    typealias Call = @Sendable (Result<Void, any Error>) -> Void

    private struct Entry: Comparable {
        let time: Instant
        let id: UInt64

        static func < (a: Entry, b: Entry) -> Bool { (a.time, a.id) < (b.time, b.id) }
    }

    private var entries = Heap<Entry>()
    private var calls: [UInt64: (time: Instant, call: Call)] = [:]

    /// The time of the next alarm; nil if there is none.
    var next: Instant? {
        mutating get {
            dropGone()
            return entries.min?.time
        }
    }

    mutating func set(_ id: UInt64, at time: Instant, _ call: @escaping Call) {
        calls[id] = (time, call)
        entries.insert(Entry(time: time, id: id))
    }

    /// Removes an alarm and returns its call; nil if it has already been called.
    mutating func remove(_ id: UInt64) -> Call? {
        let call = calls.removeValue(forKey: id)?.call
        // Its entry stays until a clean-up: most alarms guard operations that hardly ever take so long.
        if entries.count > 2 * calls.count + 64 {
            entries = Heap(calls.map { Entry(time: $0.value.time, id: $0.key) })
        }
        return call
    }

    /// Removes and returns the calls whose time has come.
    mutating func takeDue(_ now: Instant) -> [Call] {
        var due: [Call] = []
        while let next, next <= now, let entry = entries.popMin() {
            if let call = calls.removeValue(forKey: entry.id)?.call { due.append(call) }
        }
        return due
    }

    private mutating func dropGone() {
        while let entry = entries.min, calls[entry.id] == nil { entries.removeMin() }
    }
}
