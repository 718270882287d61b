import HeapModule

/// When which stream is due for a sign of life: each at times of its own, so that thousands are not written to at once.
struct Beats {
    private struct Beat: Comparable {
        let time: ContinuousClock.Instant
        let id: UInt64

        static func < (one: Beat, other: Beat) -> Bool { one.time < other.time }
    }

    private let interval: Duration
    private var beats = Heap<Beat>()

    init(every interval: Duration) {
        self.interval = interval
    }

    /// When the next one is due. One that is added meanwhile is not due before.
    func next(after now: ContinuousClock.Instant) -> ContinuousClock.Instant {
        beats.min?.time ?? now + interval
    }

    mutating func add(_ id: UInt64, at now: ContinuousClock.Instant) {
        beats.insert(Beat(time: now + interval, id: id))
    }

    /// Takes those that are due. Of one that is not open any more no more is heard.
    mutating func takeDue(at now: ContinuousClock.Instant, ifOpen isOpen: (UInt64) -> Bool) -> [UInt64] {
        var due: [UInt64] = []
        while let beat = beats.min, beat.time <= now {
            beats.removeMin()
            guard isOpen(beat.id) else { continue }
            due.append(beat.id)
            beats.insert(Beat(time: time(after: beat.time, later: now), id: beat.id))
        }
        return due
    }

    /// In whole intervals: those that were late together would otherwise stay together for ever.
    private func time(
        after time: ContinuousClock.Instant, later now: ContinuousClock.Instant
    ) -> ContinuousClock.Instant {
        var time = time
        repeat { time += interval } while time <= now
        return time
    }
}
