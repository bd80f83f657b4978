// SPDX-License-Identifier: Apache-2.0
/** @module Flags of Dynamo's TensorRT-LLM worker for image and video diffusion models. */
import { choice, float, int, negatable, text } from "../flags.js";

/** For `modality` `image_diffusion` and `video_diffusion` only. @see components/src/dynamo/trtllm/backend_args.py */
export const diffusionFlags = {
  /** Quantization while loading. @default - none */
  quantAlgo: choice(
    "--quant-algo",
    ["FP8", "FP8_BLOCK_SCALES", "NVFP4", "W4A16_AWQ", "W4A8_AWQ", "W8A8_SQ_PER_CHANNEL"],
    { env: "DYN_TRTLLM_QUANT_ALGO" },
  ),
  /** Quantizes bfloat16 weights; otherwise the checkpoint is quantized already. @default true */
  quantDynamic: negatable("--quant-dynamic", { env: "DYN_TRTLLM_QUANT_DYNAMIC", default: true }),
  /** Reuses results of similar steps. @default false */
  enableTeacache: negatable("--enable-teacache", {
    env: "DYN_TRTLLM_ENABLE_TEACACHE",
    default: false,
  }),
  /** Keeps a schedule of steps that are always computed. @default true */
  teacacheUseRetSteps: negatable("--teacache-use-ret-steps", {
    env: "DYN_TRTLLM_TEACACHE_USE_RET_STEPS",
    default: true,
  }),
  /** Distance up to which steps count as similar. @default 0.2 */
  teacacheThresh: float("--teacache-thresh", {
    env: "DYN_TRTLLM_TEACACHE_THRESH",
    min: 0,
    default: 0.2,
  }),
  /** Number format of the weights. @default "bfloat16" */
  torchDtype: choice("--torch-dtype", ["bfloat16", "float16", "float32"], {
    env: "DYN_TRTLLM_TORCH_DTYPE",
    default: "bfloat16",
  }),
  /** Branch, tag or commit of the model. @default - the default branch */
  revision: text("--revision", { env: "DYN_TRTLLM_REVISION" }),
  /** Never compiles. @default false */
  disableTorchCompile: negatable("--disable-torch-compile", {
    env: "DYN_TRTLLM_DISABLE_TORCH_COMPILE",
    default: false,
  }),
  /** Compiles the model as one graph. @default false */
  enableFullgraph: negatable("--enable-fullgraph", {
    env: "DYN_TRTLLM_ENABLE_FULLGRAPH",
    default: false,
  }),
  /** Captures CUDA graphs; not together with compilation. @default false */
  enableCudaGraph: negatable("--enable-cuda-graph", {
    env: "DYN_TRTLLM_ENABLE_CUDA_GRAPH",
    default: false,
  }),
  /** Attention kernels. @default "VANILLA" */
  attnBackend: choice("--attn-backend", ["VANILLA", "TRTLLM"], {
    env: "DYN_TRTLLM_ATTN_BACKEND",
    default: "VANILLA",
  }),
  /** GPUs that share the sequence by heads. @default 1 */
  ditUlyssesSize: int("--dit-ulysses-size", {
    env: "DYN_TRTLLM_DIT_ULYSSES_SIZE",
    min: 1,
    default: 1,
  }),
  /** GPUs that share the sequence in a ring. @default 1 */
  ditRingSize: int("--dit-ring-size", { env: "DYN_TRTLLM_DIT_RING_SIZE", min: 1, default: 1 }),
  /** GPUs that share guided and unguided steps. @default 1 */
  ditCfgSize: int("--dit-cfg-size", { env: "DYN_TRTLLM_DIT_CFG_SIZE", min: 1, default: 1 }),
  /** NVTX ranges per layer. @default false */
  enableLayerwiseNvtxMarker: negatable("--enable-layerwise-nvtx-marker", {
    env: "DYN_TRTLLM_ENABLE_LAYERWISE_NVTX_MARKER",
    default: false,
  }),
  /** Starts without a first run. @default false */
  skipWarmup: negatable("--skip-warmup", { env: "DYN_TRTLLM_SKIP_WARMUP", default: false }),
  /** Height for requests that name none. @default 480 */
  defaultHeight: int("--default-height", {
    env: "DYN_TRTLLM_DEFAULT_HEIGHT",
    unit: "pixels",
    min: 1,
    default: 480,
  }),
  /** Width for requests that name none. @default 832 */
  defaultWidth: int("--default-width", {
    env: "DYN_TRTLLM_DEFAULT_WIDTH",
    unit: "pixels",
    min: 1,
    default: 832,
  }),
  /** Steps for requests that name none. @default 50 */
  defaultNumInferenceSteps: int("--default-num-inference-steps", {
    env: "DYN_TRTLLM_DEFAULT_NUM_INFERENCE_STEPS",
    unit: "steps",
    min: 1,
    default: 50,
  }),
  /** Guidance for requests that name none. @default 5 */
  defaultGuidanceScale: float("--default-guidance-scale", {
    env: "DYN_TRTLLM_DEFAULT_GUIDANCE_SCALE",
    min: 0,
    default: 5,
  }),
  /** Frames for requests that name none. @default 81 */
  defaultNumFrames: int("--default-num-frames", {
    env: "DYN_TRTLLM_DEFAULT_NUM_FRAMES",
    unit: "frames",
    min: 1,
    default: 81,
  }),
  /** Images for requests that name none. @default 1 */
  defaultNumImagesPerPrompt: int("--default-num-images-per-prompt", {
    env: "DYN_TRTLLM_DEFAULT_NUM_IMAGES_PER_PROMPT",
    unit: "images",
    min: 1,
    default: 1,
  }),
} as const;
