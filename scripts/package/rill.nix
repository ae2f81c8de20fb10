# Nix: nix-build -E 'with import <nixpkgs> {}; callPackage ./rill.nix {}'
{ lib, stdenv, pkg-config, icu, libcsv, src ? ../.. }:

stdenv.mkDerivation {
  pname = "rill";
  version = "0.1.0";
  inherit src;

  outputs = [ "out" "dev" "man" ];
  nativeBuildInputs = [ pkg-config ];
  buildInputs = [ icu libcsv ];

  enableParallelBuilding = true;
  makeFlags = [ "PREFIX=$(out)" "INCLUDEDIR=$(dev)/include" ];
  buildFlags = [ "all" ] ++ lib.optional stdenv.isLinux "library";
  installFlags = lib.optional (!stdenv.isLinux) "LIBRARIES=";

  doCheck = stdenv.isLinux;
  checkPhase = ''
    runHook preCheck
    make $makeFlags library-test
    build/test/library/contract samples/*.txt
    build/test/library/threads 2 samples/*.txt
    runHook postCheck
  '';

  meta = with lib; {
    description = "Filters that turn English news text into tables";
    license = with licenses; [ mit cc-by-sa-40 cc-by-40 odbl ];
    platforms = platforms.unix;
    mainProgram = "annotate";
  };
}
