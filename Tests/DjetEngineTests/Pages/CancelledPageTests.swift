import DjetTestSupport
import HTTPTypes
import Hummingbird
import NIOCore
import Testing

@testable import DjetEngine

/// A page whose request is over is rendered no further.
@Suite struct CancelledPageTests {
    @Test func aListEndsWhenItsTaskIsCancelled() async throws {
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            return try Self.page(rows: 100_000)
        }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(try Self.page(rows: 3).contains("<i>0</i><i>1</i><i>2</i>"))
    }

    @Test(arguments: [true, false])
    func whatAClientLeavesIsNoFailureOfTheServer(hasLeft: Bool) async throws {
        try await withBench { site in
            let task = Task {
                while hasLeft, !Task.isCancelled { await Task.yield() }
                let head = HTTPRequest(method: .get, scheme: "http", authority: "localhost", path: "/bench")
                let dispatch = Dispatch(
                    site: site.site, request: Request(head: head, body: RequestBody(buffer: ByteBuffer())),
                    address: nil, client: nil, logger: TestDatabase.logger)
                return await dispatch.answer(to: CancellationError(), nil).status.code
            }
            if hasLeft { task.cancel() }
            #expect(await task.value == (hasLeft ? 499 : 500))
        }
    }

    private static func page(rows: Int) throws -> String {
        struct Page: Encodable { var rows: [Int] }
        let templates = try Templates(["own": "{{#rows}}<i>{{.}}</i>{{/rows}}"])
        return try templates.page("own", title: "", data: Page(rows: Array(0..<rows)), site: site)
    }

    private static var site: SiteContext {
        SiteContext(
            name: "Djet", here: "/", address: "/", menu: [], branch: [], user: nil, isConfined: false,
            findPath: nil, csrf: nil, signInPath: nil, signOutPath: nil, accountPath: nil,
            assetsPath: "/assets")
    }
}
