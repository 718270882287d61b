import DjetModel
import Foundation

/// The faults that were found at a time.
struct FaultsListing: Codable, Sendable {
    var findings: [Finding]
    /// The time of the look.
    var lookedAt: Date
    /// The number of checks.
    var checks: Int
}

extension JobmachineEngine {
    /// The faults of the running system, looked for at each request.
    var faults: [Route] {
        [
            Route(
                .get, "faults", "The faults in the database, its server, the workers and the way to them",
                answer: .page(FaultsListing.self)
            ) { visit in
                let findings = try await visit.model.call(FindFaults())
                let listing = FaultsListing(
                    findings: findings, lookedAt: visit.model.now, checks: FindFaults.ids.count)
                return .page("jobs/faults", title: "Faults", listing)
            }
        ]
    }
}
