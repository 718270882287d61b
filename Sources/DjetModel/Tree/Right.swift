/// What a rule at a node may let a role do there and below.
public enum Right: String, Codable, Sendable, Hashable, CaseIterable {
    /// See it.
    case view
    /// Post to it: call, offload, upload.
    case use
    /// Cancel, retry, pause and the like.
    case operate
    /// See the arguments and the replies of jobs.
    case arguments
    /// Change nodes, rules and users.
    case manage

    /// What even people who have not signed in may be given.
    public static let forEveryone: Set<Right> = [.view, .use]
}
