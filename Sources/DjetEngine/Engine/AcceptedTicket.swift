/// What a program is told when its work was left for later.
public struct AcceptedTicket: Codable, Sendable {
    /// The ticket, such as `slow.42`.
    public var ticket: String
    /// Where it can be followed.
    public var location: String
}
