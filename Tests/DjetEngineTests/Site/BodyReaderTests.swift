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
        } catch let refusal as Refusal {
            #expect(refusal.status == .badRequest)
        }
    }
}
