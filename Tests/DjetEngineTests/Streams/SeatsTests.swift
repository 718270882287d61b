import DjetEngine
import DjetModel
import DjetTestSupport
import Testing

@testable import DjetEngine

/// The limit of event streams and long polls that one user may have open.
@Suite struct SeatsTests {
    @Test func aSeatIsTakenAsLongAsItIsHeld() {
        let seats = Seats(1)
        var seat = seats.take("ann")
        #expect(seat != nil && seats.take("ann") == nil && seats.take("bob") != nil)
        seat = nil
        #expect(seats.count("ann") == 0 && seats.take("ann") != nil)
        withExtendedLifetime(seat) {}
    }

    @Test func aUserWhoFollowsTooManyJobsIsToldToCloseSome() async throws {
        try await withTickets(limits: SiteLimits(waitsPerUser: 2)) { tickets in
            let ticket = try await tickets.ann.offload(Echo(text: "a")).id
            let streams = [try tickets.follow(ticket), try tickets.follow(ticket)]
            for stream in streams { _ = try await stream.next() }
            for (path, headers) in [
                ("/tickets/\(ticket)/events", []), ("/tickets/\(ticket)", ["Prefer: wait=5"]),
            ] {
                let refused = try await tickets.ask("ann", path, headers)
                #expect(refused.status == 429 && refused["retry-after"] == "10", "\(refused.body)")
                #expect(refused.body.contains("close some"))
            }
            let plain = try await tickets.ask("ann", "/tickets/\(ticket)")
            #expect(plain.status == 200, "whoever does not wait needs no seat")
            let root = try await tickets.ask("root", "/tickets/\(ticket)", ["Prefer: wait=1"])
            #expect(root.status == 200, "others have seats of their own")
            await streams[0].leave()
            var again = try await tickets.ask("ann", "/tickets/\(ticket)", ["Prefer: wait=1"])
            // The server notices with a delay.
            while again.status == 429 {
                again = try await tickets.ask("ann", "/tickets/\(ticket)", ["Prefer: wait=1"])
            }
            #expect(again.status == 200)
            await streams[1].leave()
        }
    }

    @Test func aDownloadTakesASeatUntilItEnds() async throws {
        try await withTickets(limits: SiteLimits(waitsPerUser: 1)) { tickets in
            let path = try await tickets.longFile()
            var client: RawClient? = try await tickets.beginDownload(path)
            for more in [path, path.replacing(#/files\/.*/#, with: "arguments")] {
                let refused = try await tickets.ask("ann", more, ["Range: bytes=0-1"])
                #expect(refused.status == 429 && refused["retry-after"] == "10", "\(refused.head)")
            }
            let root = try await tickets.ask("root", path, ["Range: bytes=0-1"])
            #expect(root.status == 206, "others have seats of their own")
            withExtendedLifetime(client) {}
            client = nil
            var again = try await tickets.ask("ann", path, ["Range: bytes=0-1"])
            // The server notices with a delay.
            while again.status == 429 { again = try await tickets.ask("ann", path, ["Range: bytes=0-1"]) }
            #expect(again.status == 206 && again.body == "aa")
        }
    }

    @Test func strangersAreCountedByAddress() async throws {
        try await withBench(limits: SiteLimits(waitsPerUser: 1)) { site in
            let stream = try RawClient(site.address)
            stream.say("GET /bench/lasting HTTP/1.1\r\nHost: x\r\n\r\n")
            let begun = try await stream.hear()
            #expect(begun.hasPrefix("HTTP/1.1 200 "), "\(begun)")
            let refused = try await site.ask("GET", "/bench/lasting")
            #expect(refused.status == 429 && refused["retry-after"] == "10", "\(refused.body)")
        }
    }

    @Test func whoCannotWaitAnyMoreGetsTheTicketAtOnce() async throws {
        try await withFunctions(limits: SiteLimits(waitsPerUser: 1)) { site, _ in
            let program = try await Program("ada", roles: [], site)
            let ticket = try await site.ask(
                "POST", "/echo", program.headers + [StatusTests.json, "Prefer: respond-async"],
                body: #"{"text":"a"}"#)
            let stream = try TestStream(
                site.address + (ticket["location"] ?? "") + "/events", program.headers)
            _ = try await stream.next()
            let answer = try await site.ask(
                "POST", "/echo", program.headers + [StatusTests.json, "Prefer: wait=30"],
                body: #"{"text":"b"}"#)
            #expect(answer.status == 202 && answer["preference-applied"] == "wait=0", "\(answer.head)")
            await stream.leave()
        }
    }
}
