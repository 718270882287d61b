import DjetJSON
import Foundation

extension JobSearch {
    /// A field of a search. Its raw value names it in URLs, in forms, in JSON and, for some, on the
    /// command line.
    public enum Field: String, CodingKey, CaseIterable, Sendable {
        /// The field of this name; `meaning` tells more.
        case queue, status, kind, worker, user, tenant, tag, group, since, until, text, order

        /// The meaning, for documents and help texts.
        public var meaning: String {
            switch self {
            case .queue: "Only jobs of this queue."
            case .status: "Only jobs with this status."
            case .kind: "Only jobs of this kind: a function's name."
            case .worker: "Only jobs whose latest attempt is this worker's."
            case .user: "Only jobs that this user offloaded."
            case .tenant: "Only jobs of this tenant."
            case .tag: "Only jobs with this tag."
            case .group: "Only jobs of the group with this number."
            case .since: "Only jobs that ended (live jobs: were offloaded) at this time or later."
            case .until: "Only jobs that ended (live jobs: were offloaded) before this time."
            case .text:
                "Only jobs with this text in the first 64 kB of their arguments. It needs the right “arguments”."
            case .order: "The order: the newest or the oldest first (default: newest)."
            }
        }
    }

    /// The value of a field as text, as URLs state it: times in ISO 8601. A text that the field cannot hold
    /// sets nil.
    public subscript(field: Field) -> String? {
        get { text(of: field) }
        set { set(field, newValue) }
    }

    private func text(of field: Field) -> String? {
        switch field {
        case .queue: queue
        case .status: status?.rawValue
        case .kind: kind
        case .worker: worker.map(String.init)
        case .user: user
        case .tenant: tenant
        case .tag: tag
        case .group: group?.description
        case .since: since?.ISO8601Format()
        case .until: until?.ISO8601Format()
        case .text: text
        case .order: order?.rawValue
        }
    }

    private mutating func set(_ field: Field, _ value: String?) {
        switch field {
        case .queue: queue = value
        case .status: status = value.flatMap { JobStatus(rawValue: $0) }
        case .kind: kind = value
        case .worker: worker = value.flatMap { Int($0) }
        case .user: user = value
        case .tenant: tenant = value
        case .tag: tag = value
        case .group: group = value.flatMap { GroupID($0) }
        case .since: since = value.flatMap { Date.sent($0) }
        case .until: until = value.flatMap { Date.sent($0) }
        case .text: text = value
        case .order: order = value.flatMap { JobOrder(rawValue: $0) }
        }
    }

    /// Returns the search as a filter of the SQL function `conditions`, which calls the text `words`.
    ///
    /// - Parameter tenants: the only tenants whose jobs it finds; nil for all jobs.
    func filter(among tenants: [String]?) throws -> String {
        guard case .object(let members) = try JSON.tree(of: self) else { return "{}" }
        var named = members.map { member in
            let name = member.name == Field.text.rawValue ? "words" : member.name
            return JSONTree.Member(name: name, value: member.value)
        }
        if let tenants { named.append(.init(name: "tenants", value: try JSON.tree(of: tenants))) }
        return JSONTree.object(named).compact
    }
}
