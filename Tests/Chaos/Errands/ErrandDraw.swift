import DjetModel

/// Draws errands. The same seed draws the same ones.
struct ErrandDraw: Sendable {
    /// The number of errands of each kind in a hundred.
    private static let shares: [(type: any Errand.Type, share: Int)] = [
        (Booking.self, 30), (QuickBooking.self, 18), (Journey.self, 17), (Letter.self, 22),
        (Dispatch.self, 6),
        (Sale.self, 4), (Refusal.self, 3),
    ]
    /// The numbers reserved for each process, more than it can use up.
    private static let room = 100_000_000

    private var chance: SplitMix64
    private var lastNumber: Int

    /// Creates a source whose numbers no other process of the run draws.
    init(_ chance: SplitMix64, ordinal: Int) {
        self.chance = chance
        lastNumber = ordinal * Self.room
    }

    mutating func next() -> any Errand {
        let draw = chance.number(below: 100)
        var sum = 0
        for (type, share) in Self.shares {
            sum += share
            if draw < sum { return make(type) }
        }
        return make(Booking.self)
    }

    /// Returns 2 to 41 errands of one kind.
    mutating func batch() -> [QuickBooking] {
        (0..<chance.number(below: 40) + 2).map { _ in make(QuickBooking.self) }
    }

    /// Returns 20 to 59 crates. One in twelve adds one or two others to its group, and one in thirty makes a
    /// group of one to five within it.
    mutating func load() -> [Crate] {
        (0..<chance.number(below: 40) + 20).map { _ in
            var crate = make(Crate.self)
            switch chance.number(below: 60) {
            case ..<5: crate.more = numbers(chance.number(below: 2) + 1)
            case ..<7: crate.inner = numbers(chance.number(below: 5) + 2)
            default: break
            }
            return crate
        }
    }

    /// Returns so many numbers for errands that others offload.
    private mutating func numbers(_ amount: Int) -> [Int] {
        defer { lastNumber += amount }
        return Array(lastNumber + 1...lastNumber + amount)
    }

    /// Returns an errand of a type. Offloaders ask for types that surely finish, so that others may wait for
    /// them.
    mutating func make<E: Errand>(_ type: E.Type) -> E {
        lastNumber += 1
        return E(number: lastNumber, pause: pause())
    }

    mutating func number(below limit: Int) -> Int { chance.number(below: limit) }

    /// Returns a pause: mostly short, so that there are many errands; some long, so that a fault hits some
    /// midway.
    private mutating func pause() -> Int {
        switch chance.number(below: 100) {
        case ..<80: chance.number(below: 3)
        case ..<95: chance.number(below: 40)
        default: 100 + chance.number(below: 400)
        }
    }
}
