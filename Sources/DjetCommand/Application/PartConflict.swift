import ArgumentParser
import DjetEngine
import DjetJobmachine
import DjetModel
import DjetStore

/// A sort of name that only one part of a program may claim.
enum PartClaim: String, CaseIterable, Sendable {
    case function = "a function"
    case kind = "a handler of the kind"
    case basetype = "an engine of the basetype"
    case node = "a node"
    case template = "a template"
    case home = "SQL of the schema"
    case table = "a table"
    case command = "a command"
}

/// The error of a program two of whose parts claim the same name.
struct PartConflict: Error, Equatable, CustomStringConvertible {
    /// Both parts, as `description` names them.
    let owners: String
    /// The name that both claim, with its sort, such as `a function “send-letter”`.
    let claimed: String

    var description: String { "\(owners) both have \(claimed)" }
}

extension PartConflict {
    /// Creates the error of two parts of the same name.
    init(name: String) {
        self.init(owners: "two parts", claimed: "the name “\(name)”")
    }

    /// Creates the error of a name that two parts claim.
    ///
    /// - Parameter first: the name of the first part; nil if that is Djet itself.
    init(_ claim: PartClaim, _ name: String, first: String?, second: String) {
        owners =
            first.map { "the parts “\($0)” and “\(second)”" } ?? "Djet itself and the part “\(second)”"
        claimed = "\(claim.rawValue) “\(name)”"
    }
}

extension Application {
    /// Throws `PartConflict` if two of the parts, or a part and Djet itself, claim the same name.
    /// Throws as well if a part fails to give its SQL.
    func checkParts() throws {
        var names: Set<String> = []
        for part in parts where !names.insert(part.name).inserted { throw PartConflict(name: part.name) }
        let claimed = try claimed()
        for claim in PartClaim.allCases {
            var owners: [String: String?] = [:]
            for name in Self.own[claim] ?? [] { owners.updateValue(nil, forKey: name) }
            for (part, claims) in claimed {
                for name in claims[claim] ?? [] {
                    if let owner = owners[name], owner != part {
                        throw PartConflict(claim, name, first: owner, second: part)
                    }
                    owners.updateValue(part, forKey: name)
                }
            }
        }
    }

    /// Returns the claims of each part. Tables count only if two parts have SQL, since finding them takes
    /// reading all of it.
    private func claimed() throws -> [(part: String, claims: [PartClaim: [String]])] {
        let sets = try parts.map { try $0.sql() }
        let areMany = sets.count { !$0.isEmpty } > 1
        return zip(parts, sets).map { part, sets in
            var claims = part.claims
            claims[.home] = sets.map { $0.schema }
            if areMany { claims[.table] = sets.flatMap { $0.tables } }
            return (part: part.name, claims: claims)
        }
    }

    /// The names of Djet itself that no part may replace.
    private static var own: [PartClaim: [String]] {
        [
            .node: StandardTree.seeds(title: "").map(\.path),
            .home: ["jobmachine", "djet"],
            .command: RootCommand.own.map { $0._commandName },
        ]
    }
}

extension Part {
    /// The names that the part claims, apart from those of its SQL. The kinds are of handlers and functions.
    fileprivate var claims: [PartClaim: [String]] {
        let names = functions.map { $0.name }
        return [
            .function: names,
            .kind: names + handlers.map { $0.kind },
            .basetype: engines.map { type(of: $0).basetype.name },
            .node: nodes.map { $0.path },
            .template: templates.keys.sorted(),
            .command: commands.map { $0._commandName },
        ]
    }
}
