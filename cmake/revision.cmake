# Writes a source file that holds a hash of the library's sources, so that readings by another build can be told apart.
#   cmake -DROOT=tree -DOUTPUT=revision.cpp -DNOT_REVISED=regex -P revision.cmake
# SPDX-License-Identifier: Apache-2.0
file(GLOB_RECURSE FILES RELATIVE ${ROOT} ${ROOT}/src/*.cpp ${ROOT}/src/*.h ${ROOT}/include/*.h)
list(FILTER FILES EXCLUDE REGEX "${NOT_REVISED}")
list(SORT FILES)
foreach(FILE ${FILES})
  file(SHA256 ${ROOT}/${FILE} HASH)
  string(APPEND ALL "${FILE} ${HASH}\n")
endforeach()
string(SHA256 REVISION "${ALL}")
string(SUBSTRING ${REVISION} 0 16 REVISION)
file(WRITE ${OUTPUT} "#include \"base/revision.h\"\nnamespace hearsay { const char* const kProgramRevision = \"${REVISION}\"; }\n")
