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
    case schedule = "a schedule"
    case chore = "a chore"
    case home = "SQL of the schema"
    case table = "a table"
    case command = "a command"
}

/// The error of a program in which a name is claimed twice.
struct PartConflict: Error, Equatable, CustomStringConvertible {
    let description: String
}

extension PartConflict {
    /// Creates the error of two parts of the same name.
    init(name: String) {
        self.init(description: "two parts both have the name “\(name)”")
    }

    /// Creates the error of a name that two parts claim, or one part twice.
    ///
    /// - Parameter first: the name of the first part; nil if that is Djet itself.
    init(_ claim: PartClaim, _ name: String, first: String?, second: String) {
        let claimed = "\(claim.rawValue) “\(name)”"
        guard first != second else {
            self.init(description: "the part “\(second)” has \(claimed) twice")
            return
        }
        let owners =
            first.map { "the parts “\($0)” and “\(second)”" } ?? "Djet itself and the part “\(second)”"
        self.init(description: "\(owners) both have \(claimed)")
    }
}

extension Application {
    /// Throws `PartConflict` if two of the parts, or a part and Djet itself, claim the same name, or if one
    /// part claims a name twice. Throws as well if a part fails to give its SQL.
    package func checkParts() throws {
        for function in functions {
            try Self.checkSecrets(of: function)
            try Self.checkLimitKey(of: function)
        }
        var names: Set<String> = []
        for part in parts where !names.insert(part.name).inserted { throw PartConflict(name: part.name) }
        let claimed = try claimed()
        var own = Self.own
        own[.table] = try Self.ownTables(ifNamedBy: claimed.flatMap { $0.claims[.table] ?? [] })
        for claim in PartClaim.allCases {
            var owners: [String: String?] = [:]
            for name in own[claim] ?? [] { owners.updateValue(nil, forKey: name) }
            for (part, claims) in claimed {
                for name in claims[claim] ?? [] {
                    if let owner = owners[name] {
                        throw PartConflict(claim, name, first: owner, second: part)
                    }
                    owners.updateValue(part, forKey: name)
                }
            }
        }
    }

    /// Throws `PartConflict` if a function has no argument of a name that it calls secret: the one that it
    /// means would be stored in plain.
    private static func checkSecrets(of function: any ModelFunction.Type) throws {
        guard !function.secret.names.isEmpty else { return }
        let known = Set(Schema.of(function).fields.map(\.name))
        guard let unknown = function.secret.names.subtracting(known).min() else { return }
        throw PartConflict(
            description:
                "the function “\(function.name)” says that its argument “\(unknown)” is secret, but has none of "
                + "that name")
    }

    /// Throws `PartConflict` if a function's key of limits is secret: encrypted, each value is a key of its
    /// own.
    private static func checkLimitKey(of function: any ModelFunction.Type) throws {
        guard let key = function.limitKey, function.secret.hides(key) else { return }
        throw PartConflict(
            description:
                "the function “\(function.name)” names “\(key)” as its key of limits, which is secret: name "
                + "another argument")
    }

    /// Returns the claims of each part. A table counts once for a part, whose migrations may create it anew.
    private func claimed() throws -> [(part: String, claims: [PartClaim: [String]])] {
        try parts.map { part in
            let sets = try part.sql()
            var claims = part.claims
            claims[.home] = sets.map { $0.schema }
            claims[.table] = Set(sets.flatMap { $0.tables }).sorted()
            return (part: part.name, claims: claims)
        }
    }

    /// Returns the tables of Djet itself if one of `tables` lies in a schema of Djet, or else none, since
    /// finding them takes reading all of its migrations.
    private static func ownTables(ifNamedBy tables: [String]) throws -> [String] {
        let homes = own[.home] ?? []
        guard tables.contains(where: { table in homes.contains { table.hasPrefix("\($0).") } }) else {
            return []
        }
        return Set(try DjetSQL.queue().tables + DjetSQL.site().tables).sorted()
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
    /// The names that the part claims, apart from those of its SQL. The kinds are of handlers and functions;
    /// a handler may replace a function of its own part.
    fileprivate var claims: [PartClaim: [String]] {
        let (names, kinds) = (functions.map { $0.name }, handlers.map { $0.kind })
        return [
            .function: names,
            .kind: Set(names).subtracting(kinds).sorted() + kinds,
            .basetype: engines.map { type(of: $0).basetype.name },
            .node: nodes.map { $0.path },
            .template: templates.keys.sorted(),
            .schedule: schedules.map(\.name),
            .chore: chores.map(\.name),
            .command: commands.map { $0._commandName },
        ]
    }
}
