/// The jobs that a job waits for: those that must finish, and those that must end, however they do.
///
/// A list that is written out, `[one.id, other.id]`, means that all of them must finish; a list in a variable
/// is `.finished(list)`.
public struct Needs: Sendable, Hashable, ExpressibleByArrayLiteral {
    /// The jobs that must finish.
    let finished: [TicketID]
    /// The jobs that must end.
    let ended: [TicketID]

    private init(finished: [TicketID], ended: [TicketID]) {
        self.finished = finished
        self.ended = ended
    }

    /// Jobs that must finish: if one of them fails or is cancelled, the job that waits fails with it, and
    /// comes back when that one is retried.
    public static func finished(_ tickets: [TicketID]) -> Needs { Needs(finished: tickets, ended: []) }

    /// Jobs that must end: a failure and a cancellation will do.
    public static func ended(_ tickets: [TicketID]) -> Needs { Needs(finished: [], ended: tickets) }

    /// Jobs that must finish.
    public init(arrayLiteral tickets: TicketID...) {
        self.init(finished: tickets, ended: [])
    }

    /// Returns the jobs of both. One that is to finish and to end must finish.
    public static func + (first: Needs, second: Needs) -> Needs {
        Needs(finished: first.finished + second.finished, ended: first.ended + second.ended)
    }

    /// True if there are none.
    public var isEmpty: Bool { finished.isEmpty && ended.isEmpty }
}
