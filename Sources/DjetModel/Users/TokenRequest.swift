/// What an API token is to be.
public struct TokenRequest: Codable, Hashable, Sendable {
    /// What it is for: one line.
    public var title: String
    /// What it may do at the most; at least one right.
    public var scopes: Set<Right>
    /// The branch that it may reach at the most; nil is the whole tree.
    public var below: String?
    /// How long it is good, from 1 to 366.
    public var days: Int

    /// A token for 90 days, unless told otherwise.
    public init(title: String, scopes: Set<Right>, below: String? = nil, days: Int = 90) {
        self.title = title
        self.scopes = scopes
        self.below = below
        self.days = days
    }
}
