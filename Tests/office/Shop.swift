import DjetCommand

extension Part {
    static let shop = Part("shop", functions: [RenameProduct.self])
}

struct Shop {
    static func main() async {
        await Application(name: "shop", parts: [.business, .shop]).main()
    }
}
