import DjetStore
import Foundation

/// A check for one kind of fault.
struct FaultCheck: Sendable {
    /// The id of its findings.
    let id: String
    /// True if it needs the SQL functions of this version.
    let isOfSchema: Bool
    /// Looks for the fault. The patience is how long a state may last; nil for the check's own.
    let look: @Sendable (_ model: Model, _ patience: Duration?) async throws -> [Finding]

    /// All checks, in the order in which they are made and their findings are shown.
    static let all: [FaultCheck] = ofConnection + ofWorkers + ofQueues + ofSchedules + ofTables + ofServer

    /// The most findings of one check.
    static let most = 20
    /// The longest time that the server may take for one check.
    static let limit = Duration.seconds(5)
    /// The longest time that a ring may take: much longer than on the busiest machine.
    static let limitOfRing = Duration.seconds(10)
    /// The time after which no further check begins.
    static let limitOfAll = Duration.seconds(60)
}

extension FaultCheck {
    /// The words for a finding.
    typealias Words = @Sendable (Found) -> (what: String, advice: String)

    /// A row of one of the functions in `sql/queue/functions` that look for faults.
    struct Found: Decodable, Sendable {
        var subject: String
        var since: Date?
        var words: [String: String]

        /// A value of the words; empty if it is missing.
        subscript(name: String) -> String { words[name] ?? "" }
    }

    /// A check by an SQL function.
    ///
    /// - Parameter isPatient: true if the function takes a patience.
    init(_ id: String, by function: String, isPatient: Bool = true, words: @escaping Words) {
        self.init(id: id, isOfSchema: true) { model, patience in
            let statement = model.queue.faults(
                by: function, patience: isPatient ? patience : nil, limit: Self.most)
            // One transaction, which leaves no setting behind.
            let answers = try await model.store.punctual.pipeline([Self.limits, statement])
            return try answers[1].decode(Found.self).map { found in
                let (what, advice) = words(found)
                return Finding(
                    id: id, subject: found.subject, what: what, since: found.since, advice: advice)
            }
        }
    }

    private static let limits: Statement = {
        let statement: Statement = """
            select
              set_config('statement_timeout', \("\(Int(limit / .milliseconds(1)))"), true),
              set_config('lock_timeout', '1s', true)
            """
        return statement.oneOff()
    }()
}

extension JobQueue {
    /// Selects what one of the functions finds that look for faults. The server keeps none of them prepared:
    /// behind a pooler that shares sessions they work, too.
    func faults(by function: String, patience: Duration?, limit: Int) -> Statement {
        let statement: Statement =
            if let patience {
                """
                select f.* from \(identifier: schema).\(identifier: function)(\(patience)::interval) f
                order by f.since, f.subject limit \(limit)::integer
                """
            } else {
                """
                select f.* from \(identifier: schema).\(identifier: function)() f
                order by f.since, f.subject limit \(limit)::integer
                """
            }
        return statement.oneOff()
    }
}
