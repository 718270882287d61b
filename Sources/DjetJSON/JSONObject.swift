/// A JSON object whose members keep their order.
package struct JSONObject {
    private var members: [JSONTree.Member] = []

    /// Creates an empty object.
    package init() {}

    /// Adds a member; a nil value becomes null.
    package mutating func add(_ name: String, _ value: some Encodable) throws {
        add(name, try JSON.tree(of: value))
    }

    /// Adds a member whose value is JSON already; nil becomes null.
    package mutating func add(_ name: String, json text: String?) throws {
        members.append(JSONTree.Member(name: name, value: try JSONReader.tree(of: text ?? "null")))
    }

    /// Adds a member.
    package mutating func add(_ name: String, _ value: JSONTree) {
        members.append(JSONTree.Member(name: name, value: value))
    }

    package var tree: JSONTree { .object(members) }
}
