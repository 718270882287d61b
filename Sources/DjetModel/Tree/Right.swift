/// A right that a rule at a node gives a role, there and below.
public enum Right: String, Codable, Sendable, Hashable, CaseIterable {
    /// See the node.
    case view
    /// Post to the node: call, offload, upload.
    case use
    /// Cancel, retry, pause and the like.
    case operate
    /// Send signals to jobs.
    case signal
    /// See the arguments and the replies of jobs.
    case arguments
    /// Change nodes, rules and users.
    case manage

    /// The rights that people who have not signed in may get.
    public static let forEveryone: Set<Right> = [.view, .use]
}
