import HTTPTypes
import Hummingbird
import NIOCore
import Testing

@testable import DjetEngine

@Suite struct BodyReaderTests {
    @Test func aBodyThatBreaksOffIsNoFaultOfTheServers() async throws {
        struct Broken: Error {}
        let body = AsyncThrowingStream<ByteBuffer, any Error> { stream in
            stream.yield(ByteBuffer(string: "name="))
            stream.finish(throwing: Broken())
        }
        let head = HTTPRequest(
            method: .post, scheme: "http", authority: "localhost", path: "/",
            headerFields: [.contentType: MediaName.form])
        let request = Request(head: head, body: RequestBody(asyncSequence: body))
        do {
            _ = try await BodyReader(request, .open, SiteLimits()).body()
            Issue.record("it was read")
        } catch let refusal as RequestError {
            #expect(refusal.status == .badRequest)
        }
    }

    @Test func jsonIsOneValueAlsoForARouteThatTakesUploads() async throws {
        func read(_ mediaType: String) async throws -> VisitBody {
            let head = HTTPRequest(
                method: .post, scheme: "http", authority: "localhost", path: "/",
                headerFields: [.contentType: mediaType, .contentLength: "500000000"])
            let request = Request(head: head, body: RequestBody(buffer: ByteBuffer()))
            return try await BodyReader(request, .stream([MediaName.json, "text/csv"]), SiteLimits()).body()
        }
        _ = try await read("text/csv")
        let refusal = await #expect(throws: RequestError.self) { _ = try await read(MediaName.json) }
        #expect(refusal?.status == .contentTooLarge)
    }

    @Test func theTimeForABodyEndsWithItsRefusal() async throws {
        let deadline = Deadline(.seconds(30), transfer: .seconds(7_200))
        let body = RequestBody(buffer: ByteBuffer(string: "too long"))
        let bytes = BodyBytes(body: body, limit: 3, deadline: deadline)
        await #expect(throws: RequestError.self) { for try await _ in bytes {} }
        #expect(deadline.passes(at: .now + .seconds(60)), "the answer's own time counts")
    }
}
