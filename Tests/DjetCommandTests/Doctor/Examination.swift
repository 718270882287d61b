import DjetTestSupport
import Foundation

/// A run of `djet doctor`.
struct Examination {
    /// The exit status.
    let status: Int32
    /// The findings: the id of each, a blank, and what is at fault.
    let findings: Set<String>
    let run: Run

    /// Examines the database of a connection string, with a patience in seconds if it is given.
    init(of connectionString: String, patience: Int? = nil) async throws {
        let flags = patience.map { ["--patience", "\($0)"] } ?? []
        run = try await Run(
            ["doctor", "--json"] + flags, environment: ["DATABASE_URL": connectionString])
        status = run.status
        let list = try run.json() as? [[String: Any]] ?? []
        findings = Set(list.map { "\($0["id"] as? String ?? "") \($0["subject"] as? String ?? "")" })
    }
}
