/// The request for an API token.
public struct TokenRequest: Codable, Hashable, Sendable {
    /// The purpose, in one line.
    public var purpose: String
    /// The most rights that it gives; at least one.
    public var rights: Set<Right>
    /// The only branch that it may reach; nil for the whole tree.
    public var below: String?
    /// The days until it expires, from 1 to 366.
    public var days: Int

    /// Creates a request; by default for 90 days.
    public init(purpose: String, rights: Set<Right>, below: String? = nil, days: Int = 90) {
        self.purpose = purpose
        self.rights = rights
        self.below = below
        self.days = days
    }
}
