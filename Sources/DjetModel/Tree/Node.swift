public import Foundation

/// An address in the tree.
public struct Node: Sendable, Hashable, Codable, Identifiable {
    /// Its number, which it keeps wherever it is moved to.
    public var id: Int64
    /// The node above; nil for the root.
    public var parent: Int64?
    /// Its path from the root, such as `/office/jobs`; `/` is the root.
    public var path: String
    /// The last part of its path; empty for the root.
    public var name: String
    /// The name of its basetype.
    public var basetype: String
    /// What people read.
    public var title: String
    /// Its place among its siblings: small numbers first.
    public var position: Int
    /// Whether menus show it.
    public var isInMenu: Bool
    /// What its basetype's columns hold.
    public var columns: [String: JSONValue]
    /// Where it sends its visitors instead of answering.
    public var redirect: Redirect?

    /// A node, as a test or an engine may make one up; those of the database come from a `Tree`.
    public init(
        id: Int64, parent: Int64? = nil, path: String, basetype: String, title: String, position: Int = 1,
        isInMenu: Bool = true, columns: [String: JSONValue] = [:], redirect: Redirect? = nil
    ) {
        self.id = id
        self.parent = parent
        self.path = path
        name = path.split(separator: "/").last.map(String.init) ?? ""
        self.basetype = basetype
        self.title = title
        self.position = position
        self.isInMenu = isInMenu
        self.columns = columns
        self.redirect = redirect
    }

    /// The text that a column holds; nil if none.
    public func text(_ column: String) -> String? { columns[column]?.text }

    /// The number that a column holds; nil if none.
    public func number(_ column: String) -> Decimal? { columns[column]?.number }

    /// Whether a column holds true.
    public func flag(_ column: String) -> Bool { columns[column]?.flag ?? false }
}
