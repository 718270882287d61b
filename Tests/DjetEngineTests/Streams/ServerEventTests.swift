import Testing

@testable import DjetEngine

@Suite struct ServerEventTests {
    @Test func anEventIsWrittenLineByLine() {
        let event = ServerEvent(id: "7", name: "log", data: "one\ntwo")
        #expect(event.text == "id: 7\nevent: log\ndata: one\ndata: two\n\n")
        #expect(ServerEvent().text == "data: {}\n\n")
        #expect(ServerEvent(data: "").text == "data: \n\n")
    }

    @Test func nothingLeavesItsLine() {
        let event = ServerEvent(id: "7\nevent: x", name: "a\r\nb\0", data: "one\r\nid: 8\rtwo\n\nthree")
        #expect(
            event.text
                == "id: 7event: x\nevent: ab\ndata: one\ndata: id: 8\ndata: two\ndata: \ndata: three\n\n")
    }
}
