import DjetModel
import HTTPTypes

extension Visit {
    /// The key by which the visitor is counted: the user's name, or a stranger's address.
    private var countedAs: String {
        user.map { "user \($0.name)" } ?? "address \(address.map(AddressKey.of) ?? "unknown")"
    }

    /// Returns a seat among those who wait or download; nil if all of the visitor's are taken.
    func seatUnlessTaken() -> Seat? { site.waits.take(countedAs) }

    /// Returns such a seat. Throws `Refusal` of 429 if all are taken.
    func takeSeat() throws -> Seat {
        if let seat = seatUnlessTaken() { return seat }
        throw Refusal(
            .tooManyRequests,
            """
            you follow, or download, \(site.waits.limit) jobs, pages and files at the same time, which is the most: \
            close some, or come again later
            """, headers: [.retryAfter: "10"])
    }

    /// Throws `Refusal` of 429 if the user has as many unfinished jobs as one user may have.
    func refuseTooManyJobs() async throws {
        guard let user else { return }
        let limit = site.limits.jobsPerUser
        guard try await model.liveJobs(of: user.name, atMost: limit) >= limit else { return }
        throw Refusal(
            .tooManyRequests,
            "you have \(limit) jobs that have not ended, which is the most: wait for some of them, or cancel them",
            headers: [.retryAfter: "60"])
    }

    /// Returns how many bytes the user may still store. Throws `Refusal`: 401 for a guest, whose files would
    /// be nobody's, 507 if no room is left.
    func room() async throws -> Int {
        guard let user else {
            throw Refusal(.unauthorized, "sign in, or send a token, to send files")
        }
        let room = site.limits.storagePerUser - (try await model.storedBytes(of: user.name))
        guard room > 0 else { throw noRoom }
        return room
    }

    /// The refusal (507) of files beyond the user's limit.
    var noRoom: Refusal {
        Refusal(
            HTTPResponse.Status(code: 507, reasonPhrase: "Insufficient Storage"),
            """
            your files would have more than \(Written.bytes(site.limits.storagePerUser)), which is the most for one \
            user: older ones are removed in time, those of a job that fails or is cancelled at once
            """)
    }
}
