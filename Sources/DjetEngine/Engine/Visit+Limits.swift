import DjetModel
import HTTPTypes

extension Visit {
    /// By what the visitor is counted: their name, or as a stranger their address.
    private var countedAs: String {
        user.map { "user \($0.name)" } ?? "address \(address.map(AddressKey.of) ?? "unknown")"
    }

    /// A seat among those who wait for what happens, or download; nil if all of the visitor's are taken.
    func seatUnlessTaken() -> Seat? { site.waits.take(countedAs) }

    /// The same. Throws `Refusal` of 429 if all are taken.
    func takeSeat() throws -> Seat {
        if let seat = seatUnlessTaken() { return seat }
        throw Refusal(
            .tooManyRequests,
            """
            you follow, or download, \(site.waits.limit) jobs, pages and files at the same time, which is the most: \
            close some, or come again later
            """, headers: [.retryAfter: "10"])
    }

    /// Throws `Refusal` of 429 if the user has as many jobs that have not ended as one may have.
    func refuseTooManyJobs() async throws {
        guard let user else { return }
        let limit = site.limits.jobsPerUser
        guard try await model.liveJobs(of: user.name, atMost: limit) >= limit else { return }
        throw Refusal(
            .tooManyRequests,
            "you have \(limit) jobs that have not ended, which is the most: wait for some of them, or cancel them",
            headers: [.retryAfter: "60"])
    }

    /// How many bytes the user may still store. Throws `Refusal` of 401 for a guest, whose files would be nobody's, and
    /// of 507 if there is no room left.
    func room() async throws -> Int {
        guard let user else {
            throw Refusal(.unauthorized, "sign in, or send a token, to send files")
        }
        let room = site.limits.storagePerUser - (try await model.storedBytes(of: user.name))
        guard room > 0 else { throw noRoom }
        return room
    }

    /// 507: the user's files have as many bytes as they may have.
    var noRoom: Refusal {
        Refusal(
            HTTPResponse.Status(code: 507, reasonPhrase: "Insufficient Storage"),
            """
            your files would have more than \(Written.bytes(site.limits.storagePerUser)), which is the most for one \
            user: older ones are removed in time, those of a job that fails or is cancelled at once
            """)
    }
}
