import DjetCommand
import DjetTools

struct Caller {
    static func main() async {
        await Application(name: "caller", parts: [.tools]).main()
    }
}
