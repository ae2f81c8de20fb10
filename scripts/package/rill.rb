# Homebrew: brew install --build-from-source ./rill.rb
#
# The filters and scripts; the shared library is for ELF systems.
class Rill < Formula
  desc "Filters that turn English news text into tables"
  homepage "https://example.org/rill"
  url "https://example.org/rill/rill-0.1.0.tar.gz"
  sha256 "0000000000000000000000000000000000000000000000000000000000000000"
  license all_of: ["MIT", "CC-BY-SA-4.0", "CC-BY-4.0", "ODbL-1.0"]

  depends_on "pkg-config" => :build
  depends_on "icu4c"
  depends_on "libcsv"

  def install
    args = %W[
      PREFIX=#{prefix}
      CPPFLAGS=-I#{Formula["libcsv"].opt_include}
      LDFLAGS=-L#{Formula["libcsv"].opt_lib}
      HARDENING=
      HARDENING_LD=
      LIBRARIES=
    ]
    system "make", *args, "all"
    system "make", *args, "install"
    pkgshare.install "samples"
  end

  test do
    (testpath/"in.txt").write "\"The mill cost $5,\" Ana Duarte said.\n"
    stream = shell_output("#{bin}/annotate in.txt")
    assert_match(/^quote\tin\.txt\t0\t19\t1\tdirect\tAna Duarte\t/, stream)
    assert_match(/^number\tin\.txt\t15\t17\t1\tmoney\t5\tunit=USD/, stream)
  end
end
